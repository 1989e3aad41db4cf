package moviegen.download;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;

/**
 * Brings a cast here: each missing file, its pin, and at the end the index that makes it a cast.
 */
public final class CastDownload {
  static final String INDEX = "cast.json";
  static final String LOCK = ".lock";

  /** Hears how a download goes. */
  public interface Listener {
    /** Some of a file is here. */
    void received(CastFile file, long bytes);

    /** All of it is here, and its hash is right. */
    void finished(CastFile file, String sha256);
  }

  private CastDownload() {}

  /**
   * Carries out a plan. What came stays when it fails, and the next one goes on from there.
   *
   * @throws DownloadFailed says in one sentence why it cannot go on
   */
  public static void run(DownloadPlan plan, Mirror mirror, Pacing pacing, Listener listener)
      throws IOException {
    checkMirror(plan, mirror);
    plan.checkRoom();
    Files.createDirectories(plan.folder());
    try (var channel =
            FileChannel.open(
                plan.folder().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var server = new Server(pacing.silence())) {
      lock(channel, plan);
      for (var file : plan.missing()) {
        var target = plan.folder().resolve(file.name());
        var download =
            new FileDownload(
                server,
                pacing,
                file,
                mirror.address(file),
                target,
                bytes -> listener.received(file, bytes));
        String hash = download.run();
        new Pin(target).write(hash);
        listener.finished(file, hash);
      }
      index(plan);
    }
    Files.deleteIfExists(plan.folder().resolve(LOCK));
  }

  private static void checkMirror(DownloadPlan plan, Mirror mirror) {
    for (var file : plan.missing()) {
      if (mirror.open() && file.sha256().isEmpty()) {
        throw new IllegalArgumentException(
            "%s has no sha256 that is known, so it is taken from an address with https alone; got"
                    .formatted(file.name())
                + " %s.".formatted(mirror.base()));
      }
    }
  }

  private static void lock(FileChannel channel, DownloadPlan plan) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // This very program downloads it.
    }
    throw new DownloadFailed(
        "The cast \"%s\" is being downloaded already.".formatted(plan.cast().name()));
  }

  private static void index(DownloadPlan plan) throws IOException {
    var cast = plan.cast();
    var parts = new LinkedHashMap<String, Object>();
    for (var file : cast.files()) {
      var path = plan.folder().resolve(file.name());
      var entry = new LinkedHashMap<String, Object>();
      entry.put("file", file.name());
      entry.put("sha256", new Pin(path).read().orElseThrow());
      entry.put("size", Files.size(path));
      entry.put("license", cast.license());
      entry.put("source", file.repository() + "@" + file.revision());
      parts.put(file.part(), entry);
    }
    var index = new LinkedHashMap<String, Object>();
    index.put("name", cast.name());
    index.put("title", cast.title());
    index.put("source", cast.source());
    index.put("parts", parts);
    var beside = plan.folder().resolve(INDEX + ".part");
    new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), index);
    Files.move(
        beside,
        plan.folder().resolve(INDEX),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
