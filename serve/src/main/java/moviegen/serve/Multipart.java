package moviegen.serve;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/** The parts of a multipart form as they come in: short texts in memory, files on disk. */
final class Multipart implements MultiPart.Parser.Listener, Closeable {
  private static final int MOST_PARTS = 50;
  private static final int LONGEST_HEADERS = 8 << 10;
  private static final int LONGEST_TEXT = 64 << 10;
  private static final Set<String> FILES = Set.of("input_reference", "video", "image");
  private static final Pattern NAME =
      Pattern.compile("(?i)[; ]name=(?:\"([^\"]{0,80})\"|([^;\"]{1,80}))");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private final Uploads place;
  private final List<Path> files = new ArrayList<>();
  private String name = "";
  private long bytes;
  private Optional<Path> file = Optional.empty();
  private OutputStream out = OutputStream.nullOutputStream();
  private ByteArrayOutputStream text = new ByteArrayOutputStream();
  private Optional<Throwable> failure = Optional.empty();
  private boolean complete;

  Multipart(Uploads place) {
    this.place = place;
  }

  Map<String, String> texts() {
    return texts;
  }

  Map<String, Upload> uploads() {
    return uploads;
  }

  void read(InputStream in, String boundary) throws IOException {
    var parser = new MultiPart.Parser(boundary, this);
    parser.setMaxParts(MOST_PARTS);
    parser.setPartHeadersMaxLength(LONGEST_HEADERS);
    var buffer = new byte[1 << 14];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (!complete) {
        feed(parser, Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
      }
    }
    feed(parser, Content.Chunk.EOF);
    if (!complete) {
      throw malformed();
    }
  }

  private void feed(MultiPart.Parser parser, Content.Chunk chunk) throws IOException {
    parser.parse(chunk);
    chunk.release();
    if (failure.isPresent()) {
      switch (failure.get()) {
        case Refusal refusal -> throw refusal;
        case FileSystemException disk -> throw disk;
        default -> throw malformed();
      }
    }
  }

  private static Refusal malformed() {
    return new Refusal(
        400, "invalid_form", "The body is not the multipart form that its type announces.");
  }

  @Override
  public void onPartBegin() {
    name = "";
    bytes = 0;
    text = new ByteArrayOutputStream();
    file = Optional.empty();
  }

  @Override
  public void onPartHeader(String header, String value) {
    if (header.toLowerCase(Locale.ROOT).equals("content-disposition")) {
      var match = NAME.matcher(value);
      if (match.find()) {
        name = match.group(1) == null ? match.group(2) : match.group(1);
      }
    }
  }

  @Override
  public void onPartHeaders() {
    if (name.isBlank()) {
      throw malformed();
    }
    if (texts.containsKey(name) || uploads.containsKey(name)) {
      throw Refusal.wrong(name, "The field \"%s\" is there twice.".formatted(Text.cut(name, 40)));
    }
    try {
      if (FILES.contains(name)) {
        var path = place.fresh(".part");
        files.add(path);
        file = Optional.of(path);
        out = Files.newOutputStream(path);
      } else {
        out = text;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onPartContent(Content.Chunk chunk) {
    bytes += chunk.remaining();
    if (file.isEmpty() && bytes > LONGEST_TEXT) {
      throw Refusal.wrong(
          name,
          "The field \"%s\" may have at most %,d bytes."
              .formatted(Text.cut(name, 40), LONGEST_TEXT));
    }
    try {
      Channels.newChannel(out).write(chunk.getByteBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onPartEnd() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.ifPresentOrElse(
        path -> uploads.put(name, new Upload(name, path, bytes)),
        () -> texts.put(name, text.toString(StandardCharsets.UTF_8)));
  }

  @Override
  public void onComplete() {
    complete = true;
  }

  @Override
  public void onFailure(Throwable e) {
    boolean wrapped = e instanceof UncheckedIOException && e.getCause() != null;
    failure = Optional.ofNullable(wrapped ? e.getCause() : e);
  }

  @Override
  public void close() throws IOException {
    out.close();
    for (var path : files) {
      Files.deleteIfExists(path);
    }
  }
}
