package moviegen.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Single pictures as files: PNG out, PNG and JPEG in. */
public final class Picture {
  /** A picture of 64 MB, 8192 × 4096. */
  public static final Limits LIMITS = new Limits(64L << 20, 8192L * 4096, 0, 100L << 20);

  private Picture() {}

  /**
   * Writes a picture as PNG, beside and renamed.
   *
   * @param picture frames, of which there is one
   */
  public static void write(Path file, Frames picture, Tags tags) {
    if (picture.count() != 1) {
      throw new IllegalArgumentException(
          "A picture is one frame, got %d.".formatted(picture.count()));
    }
    try (var part = PartFile.beside(file)) {
      Files.write(part.path(), PngText.insert(encoded(picture), tags));
      part.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s.".formatted(file), e);
    }
  }

  /** A picture as the bytes of a PNG file. */
  public static byte[] png(Frames picture) {
    try {
      return encoded(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encoded(Frames picture) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("png").next();
    var bytes = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(image(picture));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a picture.
   *
   * @return one frame at one frame a second
   * @throws IllegalArgumentException says in one sentence why it is no readable picture
   */
  public static Frames read(Path file) {
    LIMITS.checkFile(file);
    try (var stream = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
      var readers = ImageIO.getImageReaders(stream);
      var reader = allowed(readers, file);
      try {
        reader.setInput(stream, true, true);
        LIMITS.checkSize(file, reader.getWidth(0), reader.getHeight(0));
        return frame(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("%s is a damaged picture.".formatted(file), e);
    }
  }

  /**
   * Looks at a picture's head without decoding it.
   *
   * @throws IllegalArgumentException says in one sentence why it is no readable picture
   */
  public static void check(Path file) {
    LIMITS.checkFile(file);
    try (var stream = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
      var reader = allowed(ImageIO.getImageReaders(stream), file);
      try {
        reader.setInput(stream, true, true);
        LIMITS.checkSize(file, reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("%s is a damaged picture.".formatted(file), e);
    }
  }

  private static ImageReader allowed(Iterator<ImageReader> readers, Path file) throws IOException {
    if (readers.hasNext()) {
      var reader = readers.next();
      var format = reader.getFormatName().toLowerCase(Locale.ROOT);
      if (format.equals("png") || format.equals("jpeg")) {
        return reader;
      }
    }
    throw new IllegalArgumentException("%s is neither PNG nor JPEG.".formatted(file));
  }

  /** The tags of a PNG file; none for another file. */
  public static Tags tags(Path file) {
    LIMITS.checkFile(file);
    try {
      return PngText.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  /** Whether a file begins as PNG files do. */
  public static boolean isPng(Path file) {
    LIMITS.checkFile(file);
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(Long.BYTES);
      return head.length == Long.BYTES && ByteBuffer.wrap(head).getLong() == PngText.SIGNATURE;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  static BufferedImage image(Frames picture) {
    var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    var rgb = picture.pixels();
    for (var y = 0; y < picture.height(); y++) {
      for (var x = 0; x < picture.width(); x++) {
        var at = (y * picture.width() + x) * 3;
        image.setRGB(
            x,
            y,
            (rgb.get(at) & 0xff) << 16 | (rgb.get(at + 1) & 0xff) << 8 | (rgb.get(at + 2) & 0xff));
      }
    }
    return image;
  }

  /** Its colors; what is transparent becomes white. */
  private static Frames frame(BufferedImage image) {
    var frames = Frames.black(1, image.getHeight(), image.getWidth(), 1);
    var rgb = frames.pixels();
    var at = 0;
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        var color = image.getRGB(x, y);
        var alpha = color >>> 24;
        for (var shift = 16; shift >= 0; shift -= 8) {
          var value = color >> shift & 0xff;
          rgb.put(at++, (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255));
        }
      }
    }
    return frames;
  }
}
