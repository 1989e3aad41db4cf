package moviegen.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** Outputs in a local folder. */
public final class FolderOutputs implements Outputs {
  private static final Pattern KEY =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,5}");
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;
  private final Path parts;

  /** Opens a folder, which is made where there is none. */
  public FolderOutputs(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    parts = this.folder.resolve(".parts");
    try {
      Files.createDirectories(parts);
      sweep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what processes that were killed long ago have left half-written. */
  private void sweep() throws IOException {
    var old = Instant.now().minus(ABANDONED);
    try (var left = Files.newDirectoryStream(parts)) {
      for (var part : left) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private Path path(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("\"%s\" is no name of an output.".formatted(key));
    }
    return folder.resolve(key);
  }

  @Override
  public long put(String key, Path file) {
    try (var content = Files.newInputStream(file)) {
      return put(key, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long put(String key, InputStream content) {
    var target = path(key);
    var part = parts.resolve(UUID.randomUUID().toString());
    try {
      try {
        long size = write(part, content);
        Files.createDirectories(target.getParent());
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return size;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long write(Path part, InputStream content) throws IOException {
    try (var channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = new byte[1 << 16];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        var bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      channel.force(true);
      return channel.size();
    }
  }

  @Override
  public OptionalLong size(String key) {
    try {
      var attributes = Files.readAttributes(path(key), BasicFileAttributes.class);
      return attributes.isRegularFile() ? OptionalLong.of(attributes.size()) : OptionalLong.empty();
    } catch (NoSuchFileException _) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream open(String key, long offset, long length) {
    try {
      var channel = FileChannel.open(path(key), StandardOpenOption.READ);
      channel.position(offset);
      return new Bounded(Channels.newInputStream(channel), length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      Folders.delete(path(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long free() {
    return folder.toFile().getUsableSpace();
  }
}
