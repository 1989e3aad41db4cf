package moviegen.download;

import java.io.IOException;

/** A download that cannot go on, in one sentence. */
public final class DownloadFailed extends IOException {
  private static final long serialVersionUID = 1;

  DownloadFailed(String sentence) {
    super(sentence);
  }

  DownloadFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
