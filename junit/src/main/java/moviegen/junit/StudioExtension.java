package moviegen.junit;

import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import moviegen.client.StudioClient;
import moviegen.serve.StudioServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Fills in the parameters that {@link WithStudio} promises. */
final class StudioExtension implements ParameterResolver {
  private static final Namespace STUDIOS = Namespace.create(StudioExtension.class);

  private static final Map<Class<?>, Function<RunningStudio, Object>> GIVEN =
      Map.of(
          StudioServer.class, RunningStudio::server,
          StudioClient.class, RunningStudio::client,
          URI.class, studio -> studio.server().address());

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return GIVEN.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var kind =
        Stream.concat(Stream.of(parameter.getDeclaringExecutable()), elements(test))
            .map(element -> AnnotationSupport.findAnnotation(element, WithStudio.class))
            .flatMap(Optional::stream)
            .findFirst()
            .map(its -> new RunningStudio.Kind(its.cast(), its.steps()))
            .orElse(new RunningStudio.Kind("tiny", 0));
    var studio =
        test.getRoot()
            .getStore(STUDIOS)
            .computeIfAbsent(kind, RunningStudio::open, RunningStudio.class);
    return Optional.ofNullable(GIVEN.get(parameter.getParameter().getType()))
        .orElseThrow()
        .apply(studio);
  }

  /** What is tested, from the inside out. */
  private static Stream<AnnotatedElement> elements(ExtensionContext test) {
    return Stream.concat(
        test.getElement().stream(),
        test.getTestClass().stream().flatMap(StudioExtension::withEnclosing));
  }

  private static Stream<Class<?>> withEnclosing(Class<?> type) {
    var outer = type.getEnclosingClass();
    return Stream.concat(Stream.of(type), outer == null ? Stream.empty() : withEnclosing(outer));
  }
}
