import type { Parameter } from '../parameters.ts'
import { directions, type Shape } from '../shape.ts'
import { quotedList, weightsError } from './weights-error.ts'
import { isFloat, parameterIn, type Tensors } from './weights-tensor.ts'

/** What stands before the first layer (`nn.Embedding`: symbols × inputs), or after the last (`nn.Linear`). */
type Role = 'embedding' | 'read-out'

/** A module with its parameters: `fc` with `fc.weight` and `fc.bias`. */
export interface Module {
  readonly name: string
  readonly weight: Parameter
  readonly bias?: Parameter
}

/** A module that could be either or both by its shape; where it could be both, its name may decide. */
interface Candidate {
  readonly name: string
  readonly shape: readonly number[]
  readonly hasBias: boolean
  readonly roles: readonly Role[]
}

/** What the last part of a module's name says about its role. */
const namedAs: Readonly<Record<Role, RegExp>> = {
  embedding: /emb|enc|wte|tok/i,
  'read-out': /lin|fc|head|out|dec|proj|cls|class|logit/i,
}

/** The modules around a network of a shape. Throws a `NetworkError` where neither shapes nor names tell which. */
export function modulesIn(
  tensors: Tensors,
  shape: Shape,
): { readonly embedding: Module | undefined; readonly readout: Module | undefined } {
  const candidates = [...tensors.keys()].flatMap((name) => candidatesIn(tensors, name, shape))
  const take = (role: Role): Module | undefined => {
    const chosen = chosenFor(role, candidates)
    return chosen && moduleIn(tensors, chosen)
  }
  return { embedding: take('embedding'), readout: take('read-out') }
}

function candidatesIn(tensors: Tensors, full: string, network: Shape): readonly Candidate[] {
  const tensor = tensors.get(full)
  if (!full.endsWith('.weight') || !tensor || !isFloat(tensor)) return []
  const [rows = 0, columns] = tensor.shape
  if (tensor.shape.length !== 2 || rows === 0) return []
  const name = full.slice(0, -'.weight'.length)
  const hasBias = tensors.has(`${name}.bias`)
  const fits: readonly Role[] = [
    ...(!hasBias && columns === network.inputs ? (['embedding'] as const) : []),
    ...(columns === directions(network).length * network.hidden ? (['read-out'] as const) : []),
  ]
  const said = fits.filter((role) => role === roleByName(name))
  return fits.length === 0 ? [] : [{ name, shape: tensor.shape, hasBias, roles: said.length > 0 ? said : fits }]
}

/** A role only where the name does not hint at the other as well. */
function roleByName(name: string): Role | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1)
  const [role, ...others] = (Object.keys(namedAs) as Role[]).filter((role) => namedAs[role].test(last))
  return others.length === 0 ? role : undefined
}

function chosenFor(role: Role, candidates: readonly Candidate[]): Candidate | undefined {
  const possible = candidates.filter(({ roles }) => roles.includes(role))
  const [only, ...others] = possible
  if (!only || (others.length === 0 && only.roles.length === 1)) return only
  const [named, ...rivals] = possible.filter(({ name }) => roleByName(name) === role)
  if (named && rivals.length === 0) return named
  throw ambiguous(role, possible)
}

function ambiguous(role: Role, possible: readonly Candidate[]): Error {
  const names = quotedList(possible.map(({ name }) => `${name}.weight`))
  const what = possible.length === 1 ? 'may be an embedding or a read-out' : `may each be the ${role}`
  return weightsError(
    `By shape and name ${names} ${what}; the weights must leave no doubt.`,
    'Rename the module of the embedding to "embedding" and that of the read-out to "fc", or save without the others.',
  )
}

function moduleIn(tensors: Tensors, { name, shape, hasBias }: Candidate): Module {
  const weight = parameterIn(tensors, `${name}.weight`, shape)
  return hasBias ? { name, weight, bias: parameterIn(tensors, `${name}.bias`, shape.slice(0, 1)) } : { name, weight }
}
