package moviegen.queue;

import java.util.List;

/**
 * A piece of a list of jobs.
 *
 * @param more whether there are further ones after the last
 */
public record JobPage(List<Job> jobs, boolean more) {
  public JobPage {
    jobs = List.copyOf(jobs);
  }
}
