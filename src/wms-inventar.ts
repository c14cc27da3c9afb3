/**
 * What `<script type="module">` names. Its own name stays, those of the files behind it change with what is in them; so
 * it holds nothing itself, and a page whose files are replaced while it is open goes on with its own.
 */
export * from './standalone.ts';
