namespace BundleFunctions.Assistant.Answering;

/// <summary>Replies that offer nothing: greetings, what can be asked, refusals, questions back.</summary>
internal static class TalkReplies
{
    public static AssistantDraft Reply(AssistantTurn turn)
    {
        var say = new Sentences(turn.Phrases);
        var key = turn.Understood.Intent switch
        {
            AssistantIntent.Greeting => "greet",
            AssistantIntent.Help => "help",
            AssistantIntent.OutOfScope => "refuse",
            _ => "askGoods",
        };
        return new AssistantDraft([say.Say(key)]) { FollowUps = FollowUps.Begin(say) };
    }
}
