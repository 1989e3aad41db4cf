package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.nio.charset.StandardCharsets;

/** What openapi.yaml promises of every answer. */
final class Contract {
  private static final OpenApiInteractionValidator PROMISE =
      OpenApiInteractionValidator.createForInlineApiSpecification(
              new String(
                  Resource.read("/moviegen/serve/openapi.yaml").orElseThrow(),
                  StandardCharsets.UTF_8))
          .build();

  private Contract() {}

  /** Holds an answer against the specification; what is no part of the API is let pass. */
  static void check(String method, String pathAndQuery, Answer answer) {
    String path = pathAndQuery.split("\\?", 2)[0];
    boolean api = path.startsWith("/v1/") || path.startsWith("/api/") || path.equals("/metrics");
    boolean route = answer.status() != 404 && answer.status() != 405;
    if (!api || !route || method.equals("HEAD") || method.equals("OPTIONS")) {
      return;
    }
    var response = SimpleResponse.Builder.status(answer.status());
    if (answer.bytes().length > 0) {
      response.withBody(answer.bytes()).withContentType(answer.header("Content-Type"));
    }
    var report = PROMISE.validateResponse(path, Request.Method.valueOf(method), response.build());
    assertThat(report.getMessages())
        .as("%s %s: %d %s", method, path, answer.status(), answer.header("Content-Type"))
        .isEmpty();
  }
}
