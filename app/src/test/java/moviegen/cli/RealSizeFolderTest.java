package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moviegen.generate.Machine;
import moviegen.text.T5Config;
import moviegen.wan.Published;
import moviegen.wan.WanConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a folder of 14 GB is one sentence, soon, and before a weight is read. */
class RealSizeFolderTest {
  private static final double SECONDS = 2;
  private static final double LARGE = 80e9;

  @TempDir Path folder;

  private SparseWan write() throws IOException {
    return SparseWan.write(folder, "wan2.1-1.3b");
  }

  @Test
  void namesAShardThatIsMissing() throws IOException {
    write();
    Files.delete(folder.resolve(SparseWan.SECOND));
    refused("the shard " + SparseWan.SECOND + " is missing");
  }

  @Test
  void namesAShardOfAnotherModel() throws IOException {
    write().file(SparseWan.SECOND, Published.text(T5Config.UMT5_XXL));
    refused("unexpected key blocks.0.attn.k.weight in " + SparseWan.SECOND);
  }

  @Test
  void namesATensorThatHasAnothersName() throws IOException {
    var shapes = new LinkedHashMap<>(Published.text(T5Config.UMT5_XXL));
    var wi = shapes.get("blocks.3.ffn.fc1.weight");
    var wo = shapes.get("blocks.3.ffn.fc2.weight");
    shapes.putAll(Map.of("blocks.3.ffn.fc1.weight", wo, "blocks.3.ffn.fc2.weight", wi));
    write().file(SparseWan.TEXT, shapes);
    refused("has blocks.3.ffn.fc1.weight of shape [4096, 10240], expected [10240, 4096]");
  }

  @Test
  void namesAFileThatIsCutShort() throws IOException {
    write();
    try (var file = new RandomAccessFile(folder.resolve(SparseWan.FIRST).toFile(), "rw")) {
      file.setLength(file.length() - 1);
    }
    refused(SparseWan.FIRST + ": tensor ");
  }

  @Test
  void namesATokenizerOfAnotherModel() throws IOException {
    write().tokenizer(32_100);
    refused("has 32,100 pieces, the text encoder reads 256,384");
  }

  @Test
  void namesALoraOfAnotherModel() throws IOException {
    write()
        .file(
            "lora.sft",
            Map.of(
                "blocks.0.self_attn.q.lora_down.weight", new long[] {8, 5120},
                "blocks.0.self_attn.q.lora_up.weight", new long[] {5120, 8}));
    refused("is a LoRA of another model: ", "--lora", folder.resolve("lora.sft").toString());
  }

  @Test
  void refusesAFilmThatTheMemoryDoesNotHold() throws IOException {
    assumeTrue(Machine.here().availableBytes() < LARGE);
    SparseWan.write(folder, "wan2.1-14b");
    refused("GB of memory at its height, ", "--size", "1280x1280", "--seconds", "15");
  }

  @Test
  void isWholeIfNothingIsWrong() throws IOException {
    write();
    var facts = Ran.moviegen("inspect", folder.toString(), "--json");
    assertThat(facts.code()).as(facts.err()).isZero();
    assertThat(facts.out())
        .contains("\"parameters\":" + parameters("wan2.1-1.3b"))
        .contains("256,384 pieces")
        .doesNotContain("problem");
  }

  private static long parameters(String preset) {
    return Published.transformer(WanConfig.preset(preset)).values().stream()
        .mapToLong(shape -> Arrays.stream(shape).reduce(1, Math::multiplyExact))
        .sum();
  }

  private void refused(String sentence, String... more) {
    var film = folder.resolve("x.mp4");
    var args = new ArrayList<>(List.of("generate", "a cat", "--cast", folder.toString()));
    args.addAll(List.of("--out", film.toString()));
    args.addAll(List.of(more));
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    var ran = Ran.moviegen(args.toArray(String[]::new));
    assertThat((threads.getCurrentThreadCpuTime() - start) / 1e9).isLessThan(SECONDS);
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains(sentence);
    assertThat(film).doesNotExist();
  }
}
