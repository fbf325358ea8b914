/** A browser without JavaScript: keeps cookies, reads the token of a form, follows no redirect by itself. */
export function visitor(url: string) {
  const cookies = new Map<string, string>()

  async function request(
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; headers: Headers; text: string }> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      accept: 'text/html',
      ...(cookie && { cookie }),
      ...(init.headers as Record<string, string>),
    }
    const answer = await fetch(url + path, { ...init, redirect: 'manual', headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  const tokenIn = (html: string): string =>
    /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ??
    /name="csrf-token" content="([^"]+)"/.exec(html)?.[1] ??
    ''

  const open = (path: string, headers: Record<string, string> = {}) => request(path, { headers })

  /** Sends a form, with the token of the page at `formPath`. */
  async function submit(path: string, fields: Record<string, string | string[]>, formPath = path) {
    const _csrf = tokenIn((await open(formPath)).text)
    return post(path, { ...fields, _csrf })
  }

  function post(path: string, fields: Record<string, string | string[]>) {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(fields))
      for (const one of [values].flat()) body.append(name, one)
    return request(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  }

  const signIn = (email: string, password: string) => submit('/sign-in', { email, password })

  return { open, submit, post, signIn, tokenIn, cookies }
}
