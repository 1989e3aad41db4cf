package moviegen.queue;

import java.security.SecureRandom;

/** Names for jobs that sort by age: the time in milliseconds, then chance, in base 32. */
final class Ids {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME = 10;
  private static final int CHANCE = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static long lastTime;
  private static long lastChance;

  private Ids() {}

  /** Later than every name that this process has given before. */
  static synchronized String next() {
    long now = Math.max(System.currentTimeMillis(), lastTime);
    lastChance = now == lastTime ? lastChance + 1 : RANDOM.nextLong() >>> 6;
    lastTime = now;
    return digits(now, TIME) + digits(lastChance, CHANCE);
  }

  private static String digits(long number, int count) {
    var text = new StringBuilder(count);
    for (int i = count - 1; i >= 0; i--) {
      text.append(DIGITS.charAt((int) (number >>> 5 * i) & 31));
    }
    return text.toString();
  }
}
