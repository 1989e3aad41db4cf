package moviegen.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import moviegen.checkpoint.Checkpoint;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Tensor;
import org.assertj.core.api.Assertions;

/**
 * A folder of numbers from the original code: config, weights, inputs and outputs. The system
 * property {@code golden} names another place to find such folders.
 */
public record Golden(Path folder) {
  public static Golden of(String name) {
    Native.matmulPrecision(Native.Precision.HIGHEST);
    var elsewhere = System.getProperty("golden");
    return new Golden((elsewhere == null ? resources() : Path.of(elsewhere)).resolve(name));
  }

  private static Path resources() {
    try {
      return Path.of(Objects.requireNonNull(Golden.class.getResource("/golden")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public JsonNode config() {
    try {
      return new ObjectMapper().readTree(folder.resolve("config.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Checkpoint open(String file) {
    return Checkpoint.open(folder.resolve(file + ".safetensors"));
  }

  /** How far from the original a result may be, relative to its norm. */
  public static double tolerance(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> 1e-4;
      case BFLOAT16 -> 2e-2;
      default -> throw new IllegalArgumentException("No model computes in " + dtype);
    };
  }

  /** Holds {@code actual} against the original, with the tolerance of its type. */
  public static void assertAgree(Tensor actual, Tensor expected) {
    Assertions.assertThat(actual.shape()).isEqualTo(expected.shape());
    Assertions.assertThat(distance(actual.to(DType.FLOAT32), expected))
        .isLessThanOrEqualTo(tolerance(actual.dtype()));
  }

  /** ‖a − b‖ / ‖b‖. */
  public static double distance(Tensor a, Tensor b) {
    return Math.sqrt(a.sub(b).pow(2).sum().item() / b.pow(2).sum().item());
  }
}
