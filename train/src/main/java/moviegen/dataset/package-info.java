/** Where training samples come from: drawn scenes or folders of clips, ahead of the trainer. */
@org.jspecify.annotations.NullMarked
package moviegen.dataset;
