package moviegen.serve;

import java.nio.file.Path;

/** A file that a request has brought; it is gone when the request is answered. */
record Upload(String field, Path file, long bytes) {
  /** A sentence in which the file goes by the name that its sender knows. */
  String named(String sentence) {
    return sentence.replace(file.toString(), "The file \"" + field + "\"");
  }
}
