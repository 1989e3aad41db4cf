/**
 * A network that says what a film shows. It shares nothing with the one that makes films: it sees
 * pixels, not latents, and mixes neighbors by shifting channels, not by attention.
 *
 * <pre>
 * films (b 16 h w 3) ── Stem: 2×8×8 pixels to a site, + places ── MixBlocks ── 2×2 merged ─┐ +
 *                    ── Displacements: what fits where, an eighth of a second on ───────────┘ ── MixBlocks
 *     ─┬→ where the subject is (b t h w) ─ mean over the subject ─┐
 *      ├────────────────────────────────── mean over everything ──┼─ one answer a question
 *      └── four learned looks ── means over what they look at ────┘
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.judge;
