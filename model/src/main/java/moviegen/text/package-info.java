/**
 * Text towers of the T5 family: UL2 reads the prompt, ByT5 the letters to be drawn (section 3.1.4).
 *
 * <pre>
 * ids (b m) ── embedding ──┬─ attention + relative positions ─ feed-forward ─┬─ norm → (b m c)
 * mask (b m)               └──────────────────── depth times ────────────────┘
 * </pre>
 *
 * They learn by denoising, as UL2 does: {@link moviegen.text.Denoising} spoils texts, {@link
 * moviegen.text.T5Denoiser} puts a decoder on the tower and writes what is missing.
 */
@org.jspecify.annotations.NullMarked
package moviegen.text;
