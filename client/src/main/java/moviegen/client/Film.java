package moviegen.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** A finished film or picture in a studio. */
public final class Film {
  private final Wire wire;
  private final String id;

  Film(Wire wire, String id) {
    this.wire = wire;
    this.id = id;
  }

  /** The job that made it. */
  public String id() {
    return id;
  }

  /** The whole MP4, or PNG of a picture. */
  public byte[] bytes() {
    return wire.bytes(path("content"));
  }

  /** Puts the MP4, or PNG, into a file, which is whole or not there. */
  public void save(Path file) {
    wire.save(path("content"), file);
  }

  /** A picture from its middle, as PNG. */
  public byte[] poster() {
    return wire.bytes(path("poster"));
  }

  /** All that is needed to make it once more. */
  public JsonNode recipe() {
    return wire.get(path("recipe"));
  }

  private String path(String what) {
    return "/api/jobs/" + id + "/" + what;
  }
}
