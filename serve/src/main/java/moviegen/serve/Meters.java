package moviegen.serve;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import moviegen.queue.JobState;
import moviegen.queue.Jobs;

/** The measures that Prometheus reads. */
final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Meters(Jobs jobs, IntSupplier listeners) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    for (var state : JobState.values()) {
      Gauge.builder("moviegen.jobs", jobs, queue -> counts(queue).getOrDefault(state, 0L))
          .description("Jobs in each state")
          .tag("state", state.label())
          .register(registry);
    }
    Gauge.builder("moviegen.outputs.bytes", jobs, Jobs::bytes)
        .description("Size of all finished files")
        .register(registry);
    Gauge.builder("moviegen.listeners", listeners, IntSupplier::getAsInt)
        .description("Clients on the event stream")
        .strongReference(true)
        .register(registry);
  }

  private static Map<JobState, Long> counts(Jobs jobs) {
    return jobs.counts();
  }

  /** Counts an answered request under its route, not its path. */
  void count(Context context, float millis) {
    var route = context.endpoints().lastHttpEndpoint();
    Timer.builder("moviegen.http")
        .description("Answered requests")
        .tag("method", context.method().name())
        .tag("route", route == null ? "none" : route.path)
        .tag("status", Integer.toString(context.statusCode()))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }

  String text() {
    return registry.scrape();
  }
}
