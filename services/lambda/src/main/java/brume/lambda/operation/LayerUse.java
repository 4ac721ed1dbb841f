package brume.lambda.operation;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.lambda.code.Archives;
import brume.lambda.code.CodeLimits;
import brume.lambda.data.LayerVersions;
import brume.lambda.function.LayerName;
import brume.lambda.function.Limits;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.Layer;
import brume.service.Access;
import brume.service.Call;
import brume.shape.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The layers that a function is to have.
public final class LayerUse {
  private final LayerVersions versions;
  private final Archives archives;

  public LayerUse(LayerVersions versions, Archives archives) {
    this.versions = versions;
    this.archives = archives;
  }

  /// With the condition key that policies know the layers by.
  Access withCondition(Access access, @Nullable List<String> layers) {
    return layers == null || layers.isEmpty()
        ? access
        : access.where("lambda:Layer", layers.toArray(String[]::new));
  }

  /// Whoever gives layers to a function must be allowed to read them.
  Access access(Call call, @Nullable List<String> layers) {
    var access = Access.VERIFIED_CALLER;
    for (var layer : layers == null ? List.<String>of() : layers) {
      var version = LayerName.of(call.scope(), layer);
      access =
          access.and(
              Access.to("lambda:GetLayerVersion", version.arn())
                  .guardedBy(new Access.Guard(version.scope().account(), null)));
    }
    return access;
  }

  /// Throws an invalid parameter value when another package does not fit beside the layers.
  ///
  /// @param unpackedCode bytes of the package
  void check(FunctionConfiguration function, long unpackedCode) {
    long unpacked = unpackedCode;
    for (var layer : function.layers() == null ? List.<Layer>of() : function.layers()) {
      unpacked += unpackedSize(Objects.requireNonNull(layer.arn()));
    }
    checkSize(unpacked);
  }

  /// Throws an invalid parameter value for layers that are not there or too many.
  ///
  /// @param unpackedCode bytes of the function's own package
  List<Layer> describe(Call call, @Nullable List<String> layers, long unpackedCode) {
    var arns = layers == null ? List.<String>of() : layers;
    if (arns.size() > Limits.LAYERS) {
      throw invalid("Cannot reference more than " + Limits.LAYERS + " layers.");
    }
    var names = new HashSet<String>();
    var described = new ArrayList<Layer>();
    long unpacked = unpackedCode;
    for (var arn : arns) {
      var version = LayerName.of(call.scope(), arn);
      if (version.version() == 0) {
        throw invalid("Layer version ARN is required: " + arn);
      }
      if (!names.add(version.at(0).arn().toString())) {
        throw invalid("Two different versions of the same layer are not allowed: " + arn);
      }
      described.add(layer(version));
      unpacked += unpackedSize(arn);
    }
    checkSize(unpacked);
    return described;
  }

  private static void checkSize(long unpacked) {
    if (unpacked > CodeLimits.UNPACKED_BYTES) {
      throw invalid(
          "Function code combined with layers exceeds the maximum allowed size of %d bytes. The"
                  .formatted(CodeLimits.UNPACKED_BYTES)
              + " actual size is %d bytes.".formatted(unpacked));
    }
  }

  private Layer layer(LayerName version) {
    try {
      var content = Objects.requireNonNull(versions.get(version).content());
      return Layer.builder().arn(version.arn().toString()).codeSize(content.codeSize()).build();
    } catch (ServiceException _) {
      throw invalid("Layer version " + version.arn() + " does not exist.");
    }
  }

  private long unpackedSize(String arn) {
    try {
      return archives.unpackedSize(versions.sha256(arn));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServiceException invalid(String text) {
    return INVALID_PARAMETER_VALUE_EXCEPTION.because(text);
  }
}
