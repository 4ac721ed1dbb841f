package brume.s3.resource;

import static brume.model.s3.S3Error.BUCKET_ALREADY_EXISTS;
import static brume.model.s3.S3Error.BUCKET_ALREADY_OWNED_BY_YOU;
import static brume.model.s3.S3Error.NO_SUCH_BUCKET;

import brume.json.Json;
import brume.model.s3.CreateBucketConfiguration;
import brume.model.s3.CreateBucketRequest;
import brume.model.s3.DeleteBucketRequest;
import brume.model.s3.DeleteBucketTaggingRequest;
import brume.model.s3.HeadBucketRequest;
import brume.model.s3.PutBucketAclRequest;
import brume.model.s3.PutBucketTaggingRequest;
import brume.model.s3.S3Model;
import brume.model.s3.Tag;
import brume.model.s3.Tagging;
import brume.s3.bucket.Bucket;
import brume.s3.site.Website;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateTags;
import brume.service.resource.UnfinishedException;
import brume.shape.ServiceException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `AWS::S3::Bucket`. `Ref` gives the name, `GetAtt` knows `Arn`, the names of its hosts and the
/// address of its website.
public final class BucketResource implements ResourceType {
  private static final int MAX_NAME = 63;
  private static final Pattern WORD_END = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  @Override
  public String name() {
    return "AWS::S3::Bucket";
  }

  @Override
  public Set<String> properties() {
    var names = new HashSet<>(Set.of("AccessControl", "BucketName", "ObjectLockEnabled", "Tags"));
    Settings.ALL.forEach(setting -> names.add(setting.name()));
    return names;
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("BucketName", "ObjectLockEnabled");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(request, "BucketName", NO_SUCH_BUCKET, name -> head(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get("BucketName");
    var own = given == null ? null : given.text();
    var name = own == null ? request.generatedName(MAX_NAME).toLowerCase(Locale.ROOT) : own;
    created(call, name, request.isOwn("BucketName"), request);
    var made = resource(call, name);
    return UnfinishedException.guard(
        made,
        () -> {
          for (var setting : Settings.ALL) {
            setting.change(call, name, null, request.properties().get(setting.name()));
          }
          return made;
        });
  }

  private static void created(Call call, String name, boolean isOwn, Request request) {
    var lock = request.properties().get("ObjectLockEnabled");
    var input =
        CreateBucketRequest.builder()
            .bucket(name)
            .acl(acl(request.properties()))
            .objectLockEnabledForBucket(lock == null ? null : Boolean.valueOf(lock.text()))
            .createBucketConfiguration(configuration(request))
            .build();
    if (!isOwn) {
      checkFree(call, name);
    }
    try {
      call.invoke(S3Model.CREATE_BUCKET, input);
    } catch (ServiceException e) {
      // a step that is run again after a crash finds the bucket that it made
      if (!isOwn || e.error() != BUCKET_ALREADY_OWNED_BY_YOU) {
        throw e;
      }
    }
  }

  /// Creating a bucket that its owner has is no error in every region, and yet it is not the
  /// stack's, which would delete it.
  private static void checkFree(Call call, String name) {
    try {
      head(call, name);
    } catch (ServiceException e) {
      if (e.error() == NO_SUCH_BUCKET) {
        return;
      }
      throw e;
    }
    throw BUCKET_ALREADY_EXISTS.because("The requested bucket name is not available: " + name);
  }

  private static void head(Call call, String name) {
    call.invoke(S3Model.HEAD_BUCKET, new HeadBucketRequest(name, null));
  }

  private static @Nullable CreateBucketConfiguration configuration(Request request) {
    var tags = tags(request);
    return tags.isEmpty() ? null : CreateBucketConfiguration.builder().tags(tags).build();
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    for (var setting : Settings.ALL) {
      setting.change(
          call, name, before.get(setting.name()), request.properties().get(setting.name()));
    }
    changeAcl(call, name, acl(before), acl(request.properties()));
    var tags = tags(request);
    if (tags.isEmpty()) {
      call.invoke(S3Model.DELETE_BUCKET_TAGGING, new DeleteBucketTaggingRequest(name, null));
    } else {
      call.invoke(
          S3Model.PUT_BUCKET_TAGGING,
          PutBucketTaggingRequest.builder().bucket(name).tagging(new Tagging(tags)).build());
    }
    return resource(call, name);
  }

  private static void changeAcl(
      Call call, String name, @Nullable String before, @Nullable String wanted) {
    if (!Objects.equals(before, wanted)) {
      var acl = Objects.requireNonNullElse(wanted, "private");
      call.invoke(
          S3Model.PUT_BUCKET_ACL, PutBucketAclRequest.builder().bucket(name).acl(acl).build());
    }
  }

  /// As the API spells it; null for none.
  private static @Nullable String acl(Json.Obj properties) {
    var given = properties.get("AccessControl");
    var words = given == null ? null : given.text();
    return words == null ? null : WORD_END.matcher(words).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  private static List<Tag> tags(Request request) {
    return TemplateTags.of(request).entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(S3Model.DELETE_BUCKET, new DeleteBucketRequest(current.physicalId(), null));
    } catch (ServiceException e) {
      if (e.error() != NO_SUCH_BUCKET) {
        throw e;
      }
    }
  }

  private static Resource resource(Call call, String name) {
    var suffix = call.endpoint().urlSuffix();
    var region = call.scope().region();
    return Resource.of(name)
        .with("Arn", Bucket.arn(name))
        .with("DomainName", name + ".s3." + suffix)
        .with("RegionalDomainName", name + ".s3." + region + '.' + suffix)
        .with("DualStackDomainName", name + ".s3.dualstack." + region + '.' + suffix)
        .with("WebsiteURL", Website.url(call, name));
  }
}
