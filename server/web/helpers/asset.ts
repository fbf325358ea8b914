import { assetAddress } from '../assets.ts'

/** `{{asset 'css/page.css'}}`: the address of a file of `public/`, `bootstrap/` or `socket.io/`. */
export const asset = (file: string): string => assetAddress(file)
