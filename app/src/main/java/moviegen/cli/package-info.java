/** The command line: one class per command, one sentence per error. */
@org.jspecify.annotations.NullMarked
package moviegen.cli;
