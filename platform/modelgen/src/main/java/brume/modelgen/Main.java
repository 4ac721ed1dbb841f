package brume.modelgen;

import java.io.IOException;
import java.nio.file.Path;

/// Generates the sources of `models`: `Main <folder of the models> <folder for the sources>`.
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    var outcome = new Generator(Path.of(args[0]), Path.of(args[1])).generate();
    outcome.notes().forEach(System.out::println);
    if (outcome.written() > 0) {
      System.out.println("Wrote " + outcome.written() + " sources of the service models.");
    }
  }
}
