package brume.server;

import brume.lambda.runtime.language.Resolution;
import brume.lambda.runtime.language.Runtimes;
import brume.lambda.runtime.sandbox.Protection;

/// `brume doctor`: what protects functions on this host, and what is missing, and what runs which
/// runtime. Ends with 1 when a protection is missing.
public final class Doctor {
  private Doctor() {}

  public static void main(String... arguments) {
    System.out.println("Java " + Runtime.version());
    boolean whole = true;
    for (var protection : Protection.ofThisHost()) {
      whole &= protection.present();
      System.out.printf(
          "%-8s %-42s %s%n",
          protection.present() ? "ok" : "MISSING", protection.name(), protection.detail());
    }
    System.out.println();
    for (var resolution : Runtimes.ofThisHost().policy()) {
      System.out.println(
          switch (resolution) {
            case Resolution.Runs runs -> runs.text();
            case Resolution.Missing(var runtime, var reason) ->
                runtime + " does not run: " + reason;
          });
    }
    System.exit(whole ? 0 : 1);
  }
}
