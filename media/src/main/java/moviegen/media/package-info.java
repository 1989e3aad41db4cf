/** Films, sound and pictures as files: FFmpeg behind one door. Nothing here knows of tensors. */
@org.jspecify.annotations.NullMarked
package moviegen.media;
