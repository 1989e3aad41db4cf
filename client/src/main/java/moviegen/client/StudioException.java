package moviegen.client;

/** A studio's refusal, or a film that it could not make, in the studio's own sentence. */
public final class StudioException extends RuntimeException {
  @java.io.Serial private static final long serialVersionUID = 1;

  private final int status;

  StudioException(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** The HTTP status of the answer; 200 where a job was taken and failed later. */
  public int status() {
    return status;
  }
}
