/**
 * How good the models are, measured on drawings whose truth is known.
 *
 * <pre>
 * Footage (a held-out scene, drawn) → Codec (autoencoder, bicubic, H.264) → Fidelity
 *         → Tally and Strata (values, one a film) → Interval → Row → Report (table, JSON)
 *
 * Reader: Frames → BlockMotion → BandMotion → CameraMotion → CameraWord
 *                                           → MovingRegion → ColorWord, Growth
 *         Frames → SignBoard → LetterShapes → SignReader
 *         → attribute and value → ReaderScore (Shares, Agreement) → Report
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.evaluate;
