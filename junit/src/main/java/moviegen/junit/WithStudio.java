package moviegen.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a studio of their own: the real server, in this process, on a free port of the
 * loopback address, with a data folder that is gone afterwards.
 *
 * <p>Parameters of constructors and methods of these types are filled in: {@link
 * moviegen.serve.StudioServer}, {@link moviegen.client.StudioClient}, and {@link java.net.URI} for
 * the address, to which clients of OpenAI's video API add {@code /v1}.
 *
 * <p>All tests of a run that name the same cast and steps share one studio, which opens with the
 * first parameter and closes after the last test. Films follow from their orders alone: the same
 * prompt, settings and seed make the same film on the same kind of machine.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(StudioExtension.class)
public @interface WithStudio {
  /** The models: a name, or a folder with a {@code cast.json}. */
  String cast() default "tiny";

  /**
   * Steps of films whose order does not say how many, as those of OpenAI's clients never do: ten
   * are much quicker than the cast's own fifty, and less clear. 0 leaves it to the cast.
   */
  int steps() default 0;
}
