// The old door to figures/, for a room that still knocks here.
export { formatQuantity } from '../figures/index.ts';
