/** Whether a token, or what gives one, is still the same. A framework makes a function anew at each render: it is. */
export function isSameToken(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'function' && typeof other === 'function');
}
