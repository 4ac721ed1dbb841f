package brume.lambda.code;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.shape.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Unpacks one archive that nobody vouches for.
///
/// Nothing leaves the target: names that climb out of it are refused, and links are made last, so
/// that no file is written through one. What is inflated is counted, whatever the archive says of
/// its sizes.
final class Unzip {
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int LINK_BYTES = 4096;

  /// What file systems of Linux can name, with room for where packages lie.
  private static final int NAME_BYTES = 255;

  private static final int PATH_CHARACTERS = 1024;

  private final ZipFile zip;
  private final Path target;
  private final Map<String, Integer> modes;
  private final Map<Path, String> links = new LinkedHashMap<>();
  private final Set<Path> directories = new HashSet<>();
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private long size;

  private Unzip(ZipFile zip, Path target, Map<String, Integer> modes) {
    this.zip = zip;
    this.target = target;
    this.modes = modes;
  }

  /// Throws an invalid parameter value for what is no archive, or too large, or unsafe.
  ///
  /// @return the bytes of all files
  static long unzip(Path archive, Path target) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      var unzip = new Unzip(zip, target, UnixModes.read(archive));
      unzip.all();
      return unzip.size;
    } catch (ZipException | InvalidPathException _) {
      throw unreadable();
    } catch (FileSystemException e) {
      // Such as a file where another entry wants a directory; a full disk has no reason like these.
      if (e instanceof java.nio.file.FileAlreadyExistsException
          || e instanceof java.nio.file.NotDirectoryException) {
        throw unreadable();
      }
      throw e;
    }
  }

  private void all() throws IOException {
    if (zip.size() == 0) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Uploaded file must be a non-empty zip");
    }
    if (zip.size() > CodeLimits.ENTRIES) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "A package has at most " + CodeLimits.ENTRIES + " files and directories");
    }
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      extract(entries.nextElement());
    }
    for (var link : links.entrySet()) {
      createDirectories(parent(link.getKey()));
      Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
    }
  }

  private void extract(ZipEntry entry) throws IOException {
    var place = place(entry.getName());
    int mode = modes.getOrDefault(entry.getName(), 0);
    if (entry.isDirectory()) {
      createDirectories(place);
      return;
    }
    try (var in = zip.getInputStream(entry)) {
      if (UnixModes.isLink(mode)) {
        links.put(place, link(in));
      } else {
        createDirectories(parent(place));
        write(in, place);
        Files.setPosixFilePermissions(
            place, UnixModes.isExecutable(mode) ? Trees.OPEN_TO_ALL : PLAIN);
        // The same every time it is unpacked: AOT caches know jars by their time.
        Files.setLastModifiedTime(
            place, FileTime.from(entry.getTimeLocal().toInstant(ZoneOffset.UTC)));
      }
    }
  }

  private Path place(String name) throws ZipException {
    var place = target.resolve(name).normalize();
    if (name.startsWith("/")
        || name.length() > PATH_CHARACTERS
        || !place.startsWith(target)
        || place.equals(target)) {
      throw new ZipException("Outside of the package: " + name);
    }
    for (var part : Path.of(name)) {
      int length = part.toString().getBytes(StandardCharsets.UTF_8).length;
      if (part.toString().equals("..") || length > NAME_BYTES) {
        throw new ZipException("Outside of the package: " + name);
      }
    }
    return place;
  }

  private void createDirectories(Path directory) throws IOException {
    if (directory.equals(target) || !directories.add(directory)) {
      return;
    }
    createDirectories(parent(directory));
    if (!Files.isDirectory(directory)) {
      Files.createDirectory(directory);
      Trees.makeReadable(directory);
    }
  }

  private Path parent(Path place) {
    var parent = place.getParent();
    return parent == null ? target : parent;
  }

  private void write(InputStream in, Path place) throws IOException {
    if (Files.isDirectory(place)) {
      throw new ZipException("Both a file and a directory: " + place);
    }
    try (var out = Files.newOutputStream(place)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        size += count;
        if (size > CodeLimits.UNPACKED_BYTES) {
          throw tooLarge();
        }
        out.write(chunk, 0, count);
      }
    }
  }

  private static String link(InputStream in) throws IOException {
    var target = in.readNBytes(LINK_BYTES);
    if (target.length == 0 || target.length == LINK_BYTES) {
      throw new ZipException("Not a link");
    }
    return new String(target, StandardCharsets.UTF_8);
  }

  static ServiceException tooLarge() {
    return INVALID_PARAMETER_VALUE_EXCEPTION.because(
        "Unzipped size must be smaller than " + CodeLimits.UNPACKED_BYTES + " bytes");
  }

  private static ServiceException unreadable() {
    return INVALID_PARAMETER_VALUE_EXCEPTION.because(
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
  }
}
