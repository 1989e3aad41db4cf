package moviegen.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import moviegen.checkpoint.Sha256;

/**
 * One file on its way here: asked for from where it stopped, tried again when the line drops, and
 * given its name when its length and hash are right.
 */
final class FileDownload {
  private static final int PIECE = 1 << 16;

  private final Server server;
  private final Pacing pacing;
  private final CastFile file;
  private final URI address;
  private final PartialFile part;
  private final LongConsumer listener;
  private OptionalLong total;
  private Optional<String> announced = Optional.empty();
  private boolean resumed;
  private boolean begunAnew;

  /**
   * @param target the file's name when it is whole
   * @param listener hears how many bytes there are
   */
  FileDownload(
      Server server,
      Pacing pacing,
      CastFile file,
      URI address,
      Path target,
      LongConsumer listener) {
    this.server = server;
    this.pacing = pacing;
    this.file = file;
    this.address = address;
    this.part = new PartialFile(target);
    this.listener = listener;
    this.total = file.size();
  }

  /** Fetches the file and returns its sha256. */
  String run() throws IOException {
    while (true) {
      fetch();
      String hash = Sha256.of(part.path());
      var expected = file.sha256().or(() -> announced);
      if (expected.isEmpty() || expected.get().equals(hash)) {
        part.finish();
        return hash;
      }
      part.discard();
      if (!resumed || begunAnew) {
        throw new DownloadFailed(
            "%s is not the file it should be: its sha256 is %s…, expected %s…; it was deleted."
                .formatted(file.name(), hash.substring(0, 12), expected.get().substring(0, 12)));
      }
      beginAnew();
    }
  }

  private void beginAnew() {
    begunAnew = true;
    resumed = false;
  }

  private void fetch() throws IOException {
    int failures = 0;
    while (total.isEmpty() || part.length() != total.getAsLong()) {
      long before = part.length();
      try {
        attempt();
      } catch (DownloadFailed e) {
        throw e;
      } catch (IOException e) {
        failures = part.length() > before ? 1 : failures + 1;
        if (failures >= pacing.tries() || isDisk(e)) {
          throw new DownloadFailed(
              "%s does not come: %s. The same command goes on from %,d bytes."
                  .formatted(file.name(), reason(e), part.length()),
              e);
        }
        pacing.rest(failures);
      }
    }
  }

  private void attempt() throws IOException {
    long from = resumable() ? part.length() : 0;
    try (var answer = server.open(address, from, part.validator())) {
      switch (answer.status()) {
        case 200 -> receive(answer, part.begin(answer.validator()));
        case 206 -> {
          if (answer.from() != from || from == 0) {
            throw new DownloadFailed(
                "%s sends %s from byte %,d, asked for from %,d."
                    .formatted(address.getHost(), file.name(), answer.from(), from));
          }
          resumed = true;
          receive(answer, part.append());
        }
        case 416 -> startOver(answer);
        case 408, 429, 500, 502, 503, 504 ->
            throw new IOException("the server says %d".formatted(answer.status()));
        case 401, 403 -> throw refused("asks for a login", answer);
        case 404, 410 -> throw refused("has no such file", answer);
        default -> throw refused("does not give it", answer);
      }
    }
  }

  /** Whether the bytes that are here can be told from those of another file. */
  private boolean resumable() throws IOException {
    long length = part.length();
    boolean known = part.validator().isPresent() || file.sha256().isPresent();
    return length > 0 && known && (total.isEmpty() || length < total.getAsLong());
  }

  private void startOver(Answer answer) throws IOException {
    part.discard();
    if (begunAnew) {
      throw refused("does not give it", answer);
    }
    beginAnew();
  }

  private DownloadFailed refused(String what, Answer answer) {
    return new DownloadFailed(
        "%s %s: %s (status %d).".formatted(address.getHost(), what, file.name(), answer.status()));
  }

  private void receive(Answer answer, OutputStream into) throws IOException {
    try (into) {
      long length = length(answer);
      announced = announced.or(answer::announced);
      long at = answer.from();
      byte[] piece = new byte[PIECE];
      for (int n = answer.body().read(piece); n >= 0; n = answer.body().read(piece)) {
        at += n;
        if (at > length) {
          part.discard();
          throw new DownloadFailed(
              "%s sends more of %s than the %,d bytes it has."
                  .formatted(address.getHost(), file.name(), length));
        }
        into.write(piece, 0, n);
        listener.accept(at);
      }
      if (at < length) {
        throw new IOException("it ended after %,d of %,d bytes".formatted(at, length));
      }
    }
  }

  /** The whole file's length, on which the list and the server must agree. */
  private long length(Answer answer) throws IOException {
    if (total.isEmpty()) {
      total = answer.total();
      long more = total.orElse(0) - part.length();
      DownloadPlan.checkRoom(part.path(), more);
    }
    if (total.isEmpty()) {
      throw new DownloadFailed(
          "%s does not say how long %s is.".formatted(address.getHost(), file.name()));
    }
    long length = total.getAsLong();
    if (answer.total().orElse(length) != length) {
      throw new DownloadFailed(
          "%s has %,d bytes at %s, expected %,d: it is another file."
              .formatted(file.name(), answer.total().getAsLong(), address.getHost(), length));
    }
    return length;
  }

  private static boolean isDisk(IOException e) {
    return String.valueOf(e.getMessage()).contains("No space left on device");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case ConnectException _ -> "no connection";
      case HttpTimeoutException _ -> "no answer in time";
      default -> Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    };
  }
}
