import { css } from 'lit';

export const workspaceStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 320px;
    background: var(--_paper);
    container-type: inline-size;
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: center;
    gap: 2px;
    flex: none;
    min-block-size: 52px;
    padding: 2px 4px;
    background: var(--_surface);
  }
  /* Nothing moves when it comes. */
  header > :not(:defined) {
    inline-size: 48px;
    block-size: 48px;
  }
  header .plain {
    font-size: 22px;
    color: var(--_ink-2);
  }
  header.start {
    padding-inline-start: 14px;
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: none;
    padding: 4px 8px;
    background: var(--_warn-soft);
    color: var(--_warn);
    font-size: 13px;
  }
  .banner.info {
    background: var(--_wait-soft);
    color: var(--_wait);
  }
  .title {
    flex: 1;
    min-inline-size: 0;
  }
  h1 {
    font-size: 16px;
    font-weight: 650;
    line-height: 1.2;
  }
  .title small {
    display: block;
    font-size: 13px;
    color: var(--_ink-3);
  }
  .title > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .toggle[aria-pressed='true'] {
    background: var(--_accent-soft);
  }
  progress {
    display: block;
    flex: none;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    appearance: none;
    background: var(--_sunken);
  }
  progress::-webkit-progress-bar {
    background: var(--_sunken);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .camera {
    --_picture: 26vh;
    flex: none;
    max-block-size: 55%;
    padding: 8px 10px 0;
    overflow: auto;
  }
  main {
    flex: 1;
    min-block-size: 0;
  }
  .lists {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 10px 12px 0;
    overflow: auto;
  }
  .lists > :last-child {
    flex: 1;
    display: flex;
    flex-direction: column;
  }
  .counting {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
  }
  .counting > :first-child {
    padding: 8px 10px 0;
    overflow: auto;
  }
  .counting > :last-child {
    display: none;
  }
  .shows-rows > :first-child {
    display: none;
  }
  .shows-rows > :last-child {
    display: flex;
  }
  .view {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
  }
  @container (min-width: 860px) {
    .toggle {
      display: none;
    }
    .counting {
      grid-template-columns: 400px minmax(0, 1fr);
    }
    .counting > :first-child {
      display: grid;
      padding-inline: 12px;
    }
    .counting > :last-child {
      display: flex;
      border-inline-start: 1px solid var(--_line);
    }
    .lists {
      inline-size: min(100%, 720px);
      margin-inline: auto;
    }
  }
`;
