"""What is true of the readings of single characters, and of words that dictionaries read in two
ways.
"""

USUAL = {
    char_said[0]: char_said[1:]
    for char_said in [
        "帖tiě",
        "勒lè",
        "佛fó",
        "泊bó",
        "卜bǔ",
        "囤tún",
        "颇pō",
        "曝bào",
        "晟shèng",
        "琢zhuó",
        "拽zhuài",
        "匙chí",
        "嗯ǹg",
        "尽jìn",
        "铺pū",
    ]
}
"""Characters of which the dictionary names another reading first than the one that they have by
themselves; from the Xiandai Hanyu Cidian.
"""

NEWS = {
    word: tuple(said.split())
    for word, said in {
        "当时": "dāng shí",
        "当天": "dāng tiān",
        "当日": "dāng rì",
        "当年": "dāng nián",
        "当晚": "dāng wǎn",
        "当夜": "dāng yè",
        "结果": "jié guǒ",
        "重点": "zhòng diǎn",
        "人家": "rén jiā",
        "高中": "gāo zhōng",
        "教学": "jiào xué",
        "好吃": "hǎo chī",
        "好玩": "hǎo wán",
        "好事": "hǎo shì",
        "看好": "kàn hǎo",
        "好处": "hǎo chù",
        "尽量": "jǐn liàng",
        "尽快": "jǐn kuài",
        "罢了": "bà le",
        "恶心": "ě xīn",
        "下调": "xià tiáo",
        "澄清": "chéng qīng",
        "扎实": "zhā shi",
        "中式": "zhōng shì",
        "散落": "sàn luò",
        "温和": "wēn hé",
        "大夫": "dài fu",
        "大王": "dà wáng",
        "空服员": "kōng fú yuán",
    }.items()
}
"""Words that CC-CEDICT reads in two ways, as they are read in news: all of its that are common,
but those that news has in both (分子, 同行). 空服员 hides in 有空|服 and is in neither dictionary.
"""
TWO_WORDS = frozenset(
    "为长重种数当应空转朝背倒调挑难散强担差弹涨干卷兴划炸供恶累处得行假更铺教着发中分传角结尽量落蒙舍似吐相削载扎占折"
    "钻切塞宿曲冲率盛撒闷磨喷晕挣咽露抹劲模宁屏斗薄冠奔哄校卡扇缝轧粘扒观挨拗剥泊伯参叉刹杆杠荷核横晃"
    "解嚼壳令笼论埋胖刨泡漂撇仆栖翘色煞拾属踏拓尾吓鲜旋佣殷吁择轴爪琢只石"
)
"""Characters that are two words, each read in its own way: 长 cháng, long, and zhǎng, to grow.
Where nothing tells which, it is a guess. A closed class: the particles (了), and those whose other
reading stands in longer words only (大 of 大夫), are not of it.
"""
