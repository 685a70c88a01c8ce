declare module 'fontkit' {
  export const create: (bytes: Uint8Array) => { readonly characterSet: readonly number[] }
}
