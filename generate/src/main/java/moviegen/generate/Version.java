package moviegen.generate;

/** The version of this program, as its jar states it. */
public final class Version {
  private Version() {}

  public static String current() {
    var stated = Version.class.getPackage().getImplementationVersion();
    return stated == null ? "development" : stated;
  }
}
