package brume.modelgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Turns the folder of the models into a folder of sources.
///
/// `services.txt` in the models' folder names what to generate. Where neither the models nor this
/// generator changed since the last time nothing is even read; where they did, only the files whose
/// text differs are written, so that the compiler has little to do.
record Generator(Path models, Path target) {
  private static final String STAMP = ".stamp";

  /// @param written the number of files that were written or deleted
  /// @param notes what was left out of the models, for people
  record Outcome(int written, List<String> notes) {}

  Outcome generate() throws IOException {
    var stamp = Stamp.of(models);
    var stampFile = target.resolve(STAMP);
    if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
      return new Outcome(0, List.of());
    }
    var sources = new SourceFolder(target);
    var notes = new ArrayList<String>();
    for (var selection : Selection.read(models.resolve("services.txt"))) {
      var model = Model.read(models, selection);
      write(model, sources);
      notes.addAll(Constraints.unreadable(model));
    }
    sources.deleteOthers();
    Files.writeString(stampFile, stamp);
    return new Outcome(sources.changes(), notes);
  }

  private static void write(Model model, SourceFolder sources) throws IOException {
    var members = new Members(model);
    var structures = new Structures(model, members);
    var place = model.packageName();
    for (var name : model.structures()) {
      sources.put(place, Names.type(name), structures.source(name));
    }
    sources.put(place, "Shapes", new ShapeTable(model, members).source());
    sources.put(place, model.stem() + "Model", new ServiceSource(model).source());
    sources.put(place, model.stem() + "Error", new ErrorSource(model).source());
  }
}
