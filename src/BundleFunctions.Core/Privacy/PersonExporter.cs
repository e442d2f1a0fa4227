using System.Runtime.CompilerServices;
using System.Text.Json;
using BundleFunctions.Audit;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>Tells a person everything that is kept of him, one JSON object a line.</summary>
public sealed class PersonExporter(
    IBlobStore blobs, IDocumentStore documents, ShopDirectory shops, ICsvRows csv, Pseudonymizer pseudonymizer, AuditLog audit, TimeProvider clock)
{
    /// <summary>Writes what is kept: <c>event</c>s of the lake, <c>raw</c> records as they were sent, <c>document</c>s, lines of the
    /// <c>model</c>s and <c>generation</c>s, <c>text</c>s that name the person, and whether the person has <c>opt_out</c>.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="identifiers">Valid identifiers.</param>
    /// <param name="output">Gets the lines; stays open.</param>
    /// <param name="by">Where it came from, for the audit log.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Lines written.</returns>
    /// <exception cref="ArgumentException">The identifiers are not valid (<see cref="PersonIdentifiers.Validate"/>).</exception>
    /// <exception cref="StoreException">A store failed.</exception>
    public async Task<long> ExportAsync(
        ShopId shop, PersonIdentifiers identifiers, Stream output, string by, CancellationToken cancellationToken)
    {
        if (identifiers.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(identifiers));
        }

        var person = new Person(shop, identifiers, pseudonymizer);
        string[] subjects = [.. person.Given.Select(PersonMark.Of)];
        await new PersonAct(subjects, "Export of what is kept.").WriteAsync(audit, shop, clock.GetUtcNow(), by, "export", cancellationToken);
        await new LakeArchive(blobs, shop).LearnAsync(person, cancellationToken);
        var lines = 0L;
        await foreach (var (kind, write) in LinesAsync(shop, person, cancellationToken))
        {
            using var line = new MemoryStream();
            await using (var json = new Utf8JsonWriter(line))
            {
                json.WriteStartObject();
                json.WriteString("kind", kind);
                write(json);
                json.WriteEndObject();
            }

            line.WriteByte((byte)'\n');
            line.Position = 0;
            await line.CopyToAsync(output, cancellationToken);
            lines++;
        }

        return lines;
    }

    private async IAsyncEnumerable<(string Kind, Action<Utf8JsonWriter> Write)> LinesAsync(
        ShopId shop, Person person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var shopEvent in new LakeArchive(blobs, shop).TellAsync(person, cancellationToken))
        {
            yield return ("event", json => Field(json, "event", JsonSerializer.SerializeToUtf8Bytes(shopEvent, LakeJson.Lines.ShopEvent)));
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        await foreach (var (file, line, text) in new RawArchive(blobs, csv, shop, settings).TellAsync(person, cancellationToken))
        {
            yield return ("raw", json => Record(json, file, line, text));
        }

        foreach (var key in await new PersonalDocuments(blobs, documents, shop).KeysAsync(person, cancellationToken))
        {
            if (await documents.GetAsync(key, cancellationToken) is { } stored)
            {
                yield return ("document", json => Document(json, key, stored));
            }
        }

        foreach (var (kind, container) in new[] { ("model", BlobLayout.Models), ("generation", BlobLayout.Generations) })
        {
            await foreach (var (file, line) in new UserFiles(blobs, shop).TellAsync(container, person, cancellationToken))
            {
                yield return (kind, json => Text(json, file, line));
            }
        }

        await foreach (var (file, line) in new TextFiles(blobs, shop).TellAsync(person, cancellationToken))
        {
            yield return ("text", json => Text(json, file, line));
        }

        var marks = await OptOutList.ReadMarksAsync(blobs, shop, cancellationToken);
        yield return ("opt_out", json => json.WriteBoolean("optedOut", person.Ids.Any(id => marks.Contains(PersonMark.Of(id)))));
    }

    private static void Field(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.Span);
    }

    private static void Record(Utf8JsonWriter json, BlobName file, long line, string text)
    {
        json.WriteString("file", file.ToString());
        json.WriteNumber("line", line);
        json.WriteString("text", text);
    }

    private static void Document(Utf8JsonWriter json, DocumentKey key, StoredDocument stored)
    {
        json.WriteString("partition", key.Partition);
        json.WriteString("id", key.Id);
        Field(json, "body", stored.Body);
    }

    private static void Text(Utf8JsonWriter json, BlobName file, string line)
    {
        json.WriteString("file", file.ToString());
        json.WriteString("text", line);
    }
}
