namespace BundleFunctions.DemoShop.Catalogue.Departments;

internal static class AudioDepartment
{
    public static readonly Department Instance = new(
        "Audio",
        ["Sonavel", "Klarheim", "Ottava", "Brumme"],
        [0.9, 0.9, 0.9, 0.9, 1.0, 1.0, 1.0, 0.9, 1.0, 1.0, 1.3, 1.5],
        ["Warm sound, deep bass.", "Tuned by ear.", "Thirty hours on one charge.", "Clear voices even on a noisy street."],
        [
            new("headphones", "Headphones", "Headphones/Over-ear", 49, 449, 34, VariantAxis.Colour, "headphone-stand", "headphone-case", "audio-cable"),
            new("earbuds", "Earbuds", "Headphones/In-ear", 29, 249, 36, VariantAxis.Colour, "ear-tips", "earbud-case"),
            new("turntable", "Turntable", "Hi-Fi/Turntables", 149, 899, 28, VariantAxis.None, "record-brush", "phono-preamp", "audio-cable"),
            new("bookshelf-speaker", "Bookshelf Speaker", "Hi-Fi/Speakers", 119, 899, 30, VariantAxis.Colour, "speaker-cable", "speaker-stand"),
            new("microphone", "Microphone", "Recording/Microphones", 49, 349, 33, VariantAxis.None, "pop-filter", "boom-arm", "audio-cable"),
            new("headphone-stand", "Headphone Stand", "Headphones/Accessories", 15, 59, 52, VariantAxis.None),
            new("headphone-case", "Headphone Case", "Headphones/Accessories", 15, 45, 54, VariantAxis.None),
            new("ear-tips", "Ear Tips", "Headphones/Accessories", 8, 25, 60, VariantAxis.Size),
            new("earbud-case", "Earbud Case Cover", "Headphones/Accessories", 9, 25, 58, VariantAxis.Colour),
            new("audio-cable", "Audio Cable", "Hi-Fi/Cables", 9, 49, 56, VariantAxis.None),
            new("speaker-cable", "Speaker Cable", "Hi-Fi/Cables", 15, 79, 55, VariantAxis.None),
            new("speaker-stand", "Speaker Stand", "Hi-Fi/Furniture", 49, 199, 44, VariantAxis.None),
            new("record-brush", "Record Brush", "Hi-Fi/Care", 9, 35, 57, VariantAxis.None),
            new("phono-preamp", "Phono Preamp", "Hi-Fi/Amplifiers", 39, 249, 35, VariantAxis.None),
            new("pop-filter", "Pop Filter", "Recording/Accessories", 12, 39, 55, VariantAxis.None),
            new("boom-arm", "Boom Arm", "Recording/Accessories", 35, 129, 45, VariantAxis.None),
        ]);
}
