package moviegen.queue;

/** A kind of work: the name that jobs carry, and who does it. */
public record JobKind(String name, JobHandler handler) {}
