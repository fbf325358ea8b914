export interface ApiAnswer {
  status: number
  headers: Headers
  /** what was answered is what a test is about: each says what it expects of it */
  body: ReturnType<typeof JSON.parse>
}

export type ApiClient = ReturnType<typeof apiClient>

/** The API as its clients call it; `token` may be left out to call as a stranger. */
export function apiClient(url: string, token?: string) {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : {} }
  }
  return {
    get: (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
      call('POST', path, body, headers),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
    put: (path: string) => call('PUT', path),
    delete: (path: string) => call('DELETE', path),
  }
}
