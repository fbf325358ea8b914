/** `{{#if (eq status 'open')}}` */
export const eq = (one: unknown, other: unknown): boolean => one === other
