// For tsc, which cannot read components; `astro check` sees their real types.
declare module '*.astro' {
  const component: (props: Readonly<Record<string, unknown>>) => unknown
  export default component
}
