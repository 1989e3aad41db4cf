package moviegen.world;

import java.util.random.RandomGenerator;

/**
 * How a person looks: the first five fields are who it is, the clothes are what the prompt says.
 */
public record Look(
    String skin, String hair, String glasses, String beard, String face, String clothes) {
  public Look {
    var words = Vocabulary.get();
    words.check("skin", skin);
    words.check("hair", hair);
    words.check("glasses", glasses);
    words.check("beard", beard);
    words.check("face", face);
    words.check("clothes", clothes);
  }

  /** The same person, dressed otherwise. */
  public Look wearing(String otherClothes) {
    return new Look(skin, hair, glasses, beard, face, otherClothes);
  }

  static Look random(RandomGenerator random) {
    var words = Vocabulary.get();
    return new Look(
        words.draw("skin", random),
        words.draw("hair", random),
        words.draw("glasses", random),
        words.draw("beard", random),
        words.draw("face", random),
        words.draw("clothes", random));
  }
}
