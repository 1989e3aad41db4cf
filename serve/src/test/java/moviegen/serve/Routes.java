package moviegen.serve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Every route, as openapi.yaml lists them, and the page. */
record Routes(String method, String path) {
  static final List<Routes> ALL = read();

  private static List<Routes> read() {
    var specification =
        new String(
            Resource.read("/moviegen/serve/openapi.yaml").orElseThrow(), StandardCharsets.UTF_8);
    var routes = new ArrayList<Routes>();
    routes.add(new Routes("GET", "/"));
    routes.add(new Routes("GET", "/index.html"));
    String path = "";
    for (var line : specification.split("\ncomponents:", 2)[0].lines().toList()) {
      if (line.matches("  /.*:")) {
        path = line.strip().replace(":", "").replace("{id}", "0123456789abcdefghjkmn");
      }
      var method = Pattern.compile("    (get|put|post|delete):").matcher(line);
      if (method.matches()) {
        routes.add(new Routes(method.group(1).toUpperCase(Locale.ROOT), path));
      }
    }
    return Collections.unmodifiableList(routes);
  }
}
