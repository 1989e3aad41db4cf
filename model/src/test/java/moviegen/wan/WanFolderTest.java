package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.wan.WanPart.Kind;
import moviegen.wan.WanPart.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WanFolderTest {
  private static final String TRANSFORMER = "diffusion_pytorch_model.safetensors";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void isKnownByItsTensorsInEveryLayout(Layout layout) {
    var found = WanFolder.open(write(folder, layout)).complete();
    assertThat(found.transformerConfig()).isEqualTo(WanConfig.MINIATURE);
    assertThat(found.textConfig()).isEqualTo(RandomWan.MINIATURE.text());
    assertThat(found.autoencoderConfig()).isEqualTo(WanAutoencoderConfig.wan21(8));
    assertThat(found.transformer().orElseThrow().layout()).isEqualTo(layout);
    assertThat(found.missing()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void holdsTheSameWeightsInEveryLayout(Kind kind) {
    var original = WanFolder.open(write(folder.resolve("a"), Layout.ORIGINAL));
    var diffusers = WanFolder.open(write(folder.resolve("b"), Layout.DIFFUSERS));
    var part = original.part(kind).orElseThrow();
    var other = diffusers.part(kind).orElseThrow();
    try (var _ = Scope.open();
        var a = part.open();
        var b = other.open()) {
      assertThat(other.weights().keySet()).isEqualTo(part.weights().keySet());
      part.weights()
          .forEach(
              (name, weight) ->
                  assertThat(same(a, weight.name(), b, other.weight(name).name()))
                      .as(name)
                      .isTrue());
    }
  }

  private static boolean same(Checkpoint a, String name, Checkpoint b, String other) {
    return a.read(name).sameAs(b.read(other));
  }

  @Test
  void isReadWholeByTheTransformer() {
    var found = WanFolder.open(write(folder, Layout.DIFFUSERS));
    try (var _ = Scope.open();
        var weights = WanWeights.open(found.transformer().orElseThrow(), DType.FLOAT32);
        var params = Params.frozen(weights)) {
      var _ = new WanTransformer(params, found.transformerConfig(), DType.FLOAT32);
      weights.requireAllUsed();
      assertThat(params.asMap()).hasSameSizeAs(found.transformer().orElseThrow().weights());
    }
  }

  @Test
  void doesNotCareForTheNamesOfFiles() throws IOException {
    write(folder, Layout.ORIGINAL);
    var beside = folder.resolve("x");
    Files.move(folder.resolve(TRANSFORMER), beside);
    Files.move(folder.resolve("Wan2.1_VAE.safetensors"), folder.resolve(TRANSFORMER));
    Files.move(beside, folder.resolve("Wan2.1_VAE.safetensors"));
    assertThat(WanFolder.open(folder).complete().missing()).isEmpty();
  }

  @Test
  void namesTheShardThatIsMissing() throws IOException {
    write(folder, Layout.DIFFUSERS);
    Files.delete(folder.resolve("transformer/diffusion_pytorch_model-00002-of-00002.safetensors"));
    wrong("the shard diffusion_pytorch_model-00002-of-00002.safetensors is missing");
  }

  @Test
  void namesTheKeyOfAShardFromAnotherModel() throws IOException {
    write(folder, Layout.DIFFUSERS);
    Files.copy(
        folder.resolve("text_encoder/model-00002-of-00002.safetensors"),
        folder.resolve("transformer/diffusion_pytorch_model-00002-of-00002.safetensors"),
        StandardCopyOption.REPLACE_EXISTING);
    wrong("unexpected key encoder.block.1.layer.0.SelfAttention.k.weight");
  }

  @Test
  void namesTheShardsThatNoIndexNames() throws IOException {
    write(folder, Layout.DIFFUSERS);
    Files.delete(folder.resolve("transformer/diffusion_pytorch_model.safetensors.index.json"));
    wrong("is one of several shards, and no index");
  }

  @Test
  void namesTheTensorThatIsMissing() {
    rewrite(TRANSFORMER, tensors -> tensors.remove("blocks.1.ffn.0.bias"));
    wrong("misses the tensor blocks.1.ffn.0.bias");
  }

  @Test
  void namesTheTensorThatIsNotExpected() {
    rewrite(TRANSFORMER, tensors -> tensors.put("blocks.0.extra", Ops.ones(2)));
    wrong("has a tensor blocks.0.extra, which this model does not know");
  }

  @Test
  void namesTensorsWhoseNamesAreSwapped() {
    rewrite(
        TRANSFORMER,
        tensors -> {
          var up = tensors.remove("blocks.0.ffn.0.weight");
          var down = tensors.remove("blocks.0.ffn.2.weight");
          tensors.put("blocks.0.ffn.0.weight", down);
          tensors.put("blocks.0.ffn.2.weight", up);
        });
    wrong("has blocks.0.ffn.0.weight of shape [64, 96], expected [64, 64]");
  }

  @Test
  void saysThatAFileIsCutShort() throws IOException {
    write(folder, Layout.ORIGINAL);
    try (var file = FileChannel.open(folder.resolve(TRANSFORMER), StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }
    wrong("expected an ascending range within");
  }

  @Test
  void saysHowManyPiecesAWrongTokenizerHas() throws IOException {
    write(folder, Layout.ORIGINAL);
    RandomTokenizer.write(folder.resolve("google/umt5-xxl/tokenizer.json"), 120);
    wrong("has 120 pieces, the text encoder reads 300");
  }

  @Test
  void saysWhatToTakeInsteadOfAPickle() throws IOException {
    write(folder, Layout.ORIGINAL);
    Files.move(folder.resolve("Wan2.1_VAE.safetensors"), folder.resolve("Wan2.1_VAE.pth"));
    wrong("Wan2.1_VAE.pth is a pickle, which can run code when it is opened, so it stays closed;");
  }

  @Test
  void saysThatThereAreTwoOfAKind() throws IOException {
    write(folder, Layout.ORIGINAL);
    Files.copy(folder.resolve(TRANSFORMER), folder.resolve("copy.safetensors"));
    wrong("holds 2 of the kind transformer");
  }

  @Test
  void refusesAHeaderThatClaimsGigabytes() throws IOException {
    write(folder, Layout.ORIGINAL);
    try (var file = FileChannel.open(folder.resolve(TRANSFORMER), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 0, 1, 0, 0}), 0);
    }
    wrong("the header claims 1099511627776 bytes");
  }

  private static Path write(Path folder, Layout layout) {
    RandomWan.MINIATURE.write(folder, layout, _ -> {});
    return folder;
  }

  private void wrong(String sentence) {
    assertThatThrownBy(() -> WanFolder.open(folder).complete())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  /** Writes the miniature and one of its files anew, with other tensors. */
  private void rewrite(String file, java.util.function.Consumer<Map<String, Tensor>> change) {
    write(folder, Layout.ORIGINAL);
    try (var _ = Scope.open()) {
      var tensors = new java.util.TreeMap<String, Tensor>();
      try (var checkpoint = Checkpoint.open(folder.resolve(file))) {
        checkpoint.names().forEach(name -> tensors.put(name, checkpoint.read(name)));
      }
      change.accept(tensors);
      Files.delete(folder.resolve(file));
      SafetensorsWriter.write(folder.resolve(file), tensors, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
