/**
 * Weights in files: safetensors, read by mapping and written beside and renamed, and the names
 * under which others keep the same weights.
 *
 * <pre>
 * file(s) → Safetensors → Checkpoint ─┬─ KeyMap (their names → ours)
 *                                     └─ CheckpointSource → Params → model
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.checkpoint;
