package moviegen.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;

/** Films as GIF files that repeat; each frame has 256 colors of its own. */
public final class Gif {
  private static final int MOST_PIXELS = 256 * 256 * 256;
  private static final byte[] FOREVER = {1, 0, 0};

  private Gif() {}

  /** Writes a film, beside and renamed; no frame is shown for less than a fiftieth of a second. */
  public static void write(Path file, Frames film) {
    if ((long) film.count() * film.width() * film.height() > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "A GIF has at most %,d pixels in all, got %d frames of %dx%d."
              .formatted(MOST_PIXELS, film.count(), film.width(), film.height()));
    }
    try (var part = PartFile.beside(file)) {
      encode(part.path(), film);
      part.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s.".formatted(file), e);
    }
  }

  private static void encode(Path file, Frames film) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var stream = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (var t = 0; t < film.count(); t++) {
        var image = Picture.image(film.only(t));
        writer.writeToSequence(new IIOImage(image, null, metadata(writer, image, film, t)), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  /** Hundredths of a second from the first frame to frame {@code t}. */
  private static long hundredths(Frames film, int t) {
    return Math.round(100 * t / film.fps());
  }

  private static IIOMetadata metadata(
      ImageWriter writer, BufferedImage image, Frames film, int t) throws IIOInvalidTreeException {
    var metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    var control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute(
        "delayTime", Long.toString(Math.max(2, hundredths(film, t + 1) - hundredths(film, t))));
    if (t == 0) {
      var repeat = new IIOMetadataNode("ApplicationExtension");
      repeat.setAttribute("applicationID", "NETSCAPE");
      repeat.setAttribute("authenticationCode", "2.0");
      repeat.setUserObject(FOREVER.clone());
      child(root, "ApplicationExtensions").appendChild(repeat);
    }
    metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (var i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    var child = new IIOMetadataNode(name);
    root.appendChild(child);
    return child;
  }
}
