package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import moviegen.generate.Version;

/** For who runs it. */
record OperationRoutes(Desk desk, Meters meters, BooleanSupplier database, long reserve) {
  void add(RoutesConfig routes) {
    byte[] specification = Resource.read("/moviegen/serve/openapi.yaml").orElseThrow();
    routes
        .get(
            "/api/health",
            context ->
                Desk.answer(context, 200, Map.of("status", "ok", "version", Version.current())))
        .get("/api/ready", this::ready)
        .get(
            "/metrics",
            context ->
                context
                    .result(meters.text())
                    .contentType("text/plain; version=0.0.4; charset=utf-8"))
        .get(
            "/openapi.yaml",
            context -> context.result(specification).contentType("application/yaml"));
  }

  private void ready(Context context) {
    var parts = new LinkedHashMap<String, Boolean>();
    parts.put("database", database.getAsBoolean());
    parts.put("disk", desk.jobs().outputs().free() >= reserve);
    boolean ready = !parts.containsValue(false);
    Desk.answer(context, ready ? 200 : 503, Map.of("ready", ready, "parts", parts));
  }
}
