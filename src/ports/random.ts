/** 128 random bits. `randomUUID` would need HTTPS, which warehouses on a LAN often don't have. */
export function mintKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
