package moviegen.cli;

import moviegen.generate.Version;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its jar states it. */
final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"moviegen " + Version.current()};
  }
}
