package moviegen.serve;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/**
 * A problem document (RFC 9457) that also holds the object in which OpenAI's clients look for
 * errors.
 *
 * @param code what it is, for programs
 * @param sentence what it is, for people
 * @param field the field of the request that is wrong
 */
record Problem(int status, String code, String sentence, Optional<String> field) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String code, String sentence) {
    return new Problem(status, code, sentence, Optional.empty());
  }

  Map<String, Object> document() {
    var error = new LinkedHashMap<String, Object>();
    error.put("message", sentence);
    error.put("type", type());
    field.ifPresent(name -> error.put("param", name));
    error.put("code", code);
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "about:blank");
    document.put("title", HttpStatus.getMessage(status));
    document.put("status", status);
    document.put("detail", sentence);
    document.put("error", error);
    return document;
  }

  private String type() {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  void answer(Context context) {
    context.status(status).result(Json.bytes(document())).contentType(MEDIA_TYPE);
  }
}
