/**
 * Two towers that put words and pictures into one space: MetaCLIP's, in the architecture of
 * open_clip. The text tower is one of the film's three readers (section 3.1.4); the image tower
 * watches films for the soundtrack and looks at a person's face.
 *
 * <pre>
 * ids (b m) ─── embedding + places ──────── blocks ── norm ─┬→ tokens (b m c)
 *                                                           └─ last word ─ project → (b e)
 * image (b h w 3) ── patches + places ── norm ── blocks ──┬→ patch tokens (b n c)
 *                                                         └─ class token ─ norm ─ project → (b e)
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.clip;
