// msw keeps cookies with tough-cookie, which asks tldts for the public suffix of a host. Its list of all suffixes
// would be two thirds of the demo's mock code, and the demo only ever talks to the host it is served from.
export const getDomain = (host: string) => host
